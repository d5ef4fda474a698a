package gradientlab.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody may have meant who has mistyped a command or an option. */
final class Suggestion {

    /** As many letters may be wrong, left out or too many. */
    private static final int MOST_WRONG = 2;

    private static final int MOST = 3;

    private Suggestion() {}

    /** As the end of a sentence; empty where nothing comes close. */
    static String of(ParameterException failure, Terminal terminal) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String typed = unmatched.getUnmatched().get(0).toLowerCase(Locale.ROOT);
        List<String> close = names(failure.getCommandLine())
                .filter(name -> distance(typed, name) <= MOST_WRONG)
                .sorted(Comparator.comparingInt(name -> distance(typed, name)))
                .limit(MOST)
                .toList();
        return close.isEmpty()
                ? ""
                : terminal.words("usage.did-you-mean", String.join(terminal.words("usage.or"), close));
    }

    private static Stream<String> names(CommandLine line) {
        Stream<String> options = line.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Stream.of(option.names()));
        return Stream.concat(line.getSubcommands().keySet().stream(), options).filter(Objects::nonNull);
    }

    /** Letters to put in, take out, replace or exchange with their neighbour. */
    static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int cheapest(int[][] steps, String a, String b, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
