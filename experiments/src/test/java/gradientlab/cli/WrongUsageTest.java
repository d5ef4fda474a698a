package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUsageTest {

    /** What these lines and the answers to them have of things that are typed. */
    private static final List<String> TYPED = List.of("auto", "direct", "tuning", "scoring", "loss", "nowhere");

    private final LineRun cli = new LineRun();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train --init glorot            | --init: Unknown initialisation 'glorot': use one of standard-normal,",
                "train --activation cube        | --activation: Unknown activation 'cube': use one of",
                "train --norm weight            | --norm: Unknown normalisation 'weight': use one of none, batch, layer, group",
                "train --norm-place inside      | --norm-place: Unknown position of the normalisation 'inside': use one of before, after",
                "train --optimizer lion         | --optimizer: Unknown optimiser 'lion': use one of sgd, nesterov, rmsprop, adam",
                "train --engine fast            | --engine: Unknown engine 'fast': use one of dl4j, direct, auto",
                "train --hidden-bias maybe      | Invalid value for option '--hidden-bias'",
                "train --depth deep             | Invalid value for option '--depth'",
                "train --depth 0                | --depth must be at least 1, not 0",
                "train --depth 2147483647       | --depth must be at most ",
                "train --width 3 --depth 1000 --norm group | groups of 2 units or more, not [3]",
                "lesson --workers 2147483647    | --workers must be at most ",
                "train --width 0                | --width must be at least 1, not 0",
                "train --norm group --width 10  | --width: ",
                "train --lr -1                  | --lr must be above 0, not -1.0",
                "train --output-gain NaN        | --output-gain must be a finite number, not NaN",
                "train --batch-size 0           | --batch-size must be at least 1, not 0",
                "train --epochs 0               | --epochs must be at least 1, not 0",
                "train --batches-per-epoch 0    | --batches-per-epoch must be at least 1, not 0",
                "train --seed one               | --seed': 'one' is not a whole number from -9223372036854775808 to",
                "train --width 1.5              | --width': '1.5' is not a whole number from 1 to 2147483647",
                "train --lr much                | --lr': 'much' is not a number",
                "lesson --config none.json      | --config none.json: there is no such file",
                "train --repeat 0               | --repeat must be at least 1, not 0",
                "checkup --init glorot          | --init: Unknown initialisation 'glorot': use one of standard-normal,",
                "checkup --lr 0                 | --lr must be above 0, not 0.0",
                "checkup --json --prove         | --prove prints a table, which --json has no place for",
                "checkup --limit logits=3       | --limit: There is no limit \"logits\"; the limits are initialLossExcess,",
                "checkup --limit logitStd=NaN   | --limit: The limit logitStd must be a number, but it was NaN.",
                "checkup --limit logitStd       | --limit",
                "train --ui --ui-port 70000     | 70000",
                "lesson --ui --ui-port -1       | -1",
                "train --config none.json       | --config none.json: there is no such file",
                "train --speed 3                | Unknown option",
                "lesson --epochs 0              | --epochs must be at least 1, not 0",
                "lesson --workers 0             | --workers must be at least 1, not 0",
                "lesson --quick --full         | --quick and --full contradict each other: give one of them",
                "report nowhere                 | RUN_FOLDER",
                "reference --seeds 0            | --seeds must be at least 1, not 0",
                "reference --workers 0          | --workers must be at least 1, not 0",
                "rule-benchmark --workers 0     | --workers must be at least 1, not 0",
                "rule-benchmark --half tuning   | --half needs --foreign",
                "rule-benchmark --remedies      | --remedies needs --foreign",
                "rule-benchmark --foreign --half both | --half must be tuning or scoring, not 'both'",
                "ui                             | name a RUN_FOLDER, or --demo",
                "trian                          | 'trian'; did you mean train?",
                "ui --dmeo                      | '--dmeo'; did you mean --demo?",
                "reproduce everything           | NAME 'everything' is none of nielsen-start, ",
                "reproduce --quick --full       | --quick and --full exclude each other",
                "sweep                          | a sweep needs an axis, such as --axis depth=1..100:10",
                "sweep --axis depth             | --axis needs NAME=VALUES, such as depth=1..100:10, not 'depth'",
                "sweep --axis depth=0           | axis depth must be at least 1, not 0",
                "sweep --axis lr=1 --axis lr=2  | axis lr is given twice",
                "sweep --axis lr=1 --width 0    | --width must be at least 1, not 0",
                "sweep --axis lr=1 --steps 0 --measure loss | measure loss: there is no such measure; use first-loss,",
                "sweep --axis lr=1 --workers 0  | --workers must be at least 1, not 0",
                "sweep none.json                | none.json: there is no such file",
                "explore depth=0                | depth must be 1 to 100 here, not 0",
                "explore colour=red             | there is no setting 'colour': use init, ",
                "explore depth                  | depth",
                "explore --ui-port 70000        | 70000",
                "ui --demo nowhere              | --demo shows synthetic sessions alone",
                "ui nowhere                     | RUN_FOLDER nowhere holds neither run.json nor provenance.json",
                "ui --demo --ui-port 70000      | 70000",
                "dance                          | Unmatched argument"
            })
    void wrongUsageIsNamedAndExitsWith2(String line, String message) {
        assertThat(cli.run(line.split(" "))).isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint()).contains(message);
        assertThat(cli.printed()).isEmpty();

        assertThat(cli.run((line + " --language ru").split(" +"))).isEqualTo(Cli.WRONG_USAGE);
        RussianText.assertRussian(
                cli.complaint()
                        .replaceAll(
                                "'[^']*'|\"[^\"]*\"|\\[[^]]*\\]|NAME=VALUES|none\\.json|(допустимы|пороги|среди) .*",
                                ""),
                names());
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(RussianText.names(RussianHelpTest.commands()));
        names.addAll(TYPED);
        return names;
    }
}
