package gradientlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.Experiment;
import gradientlab.lab.report.Block;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Json;
import gradientlab.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every experiment's section has to be. */
public final class StoryCheck {

    private StoryCheck() {}

    /** The result goes to JSON and back and tells the same story, with an answer, a reason and figures. */
    public static <R extends Record> void survivesJson(Experiment<R> experiment, R result, Path folder)
            throws IOException {
        Path file = folder.resolve("result.json");
        Json.write(file, result);
        Section section = experiment.section(result);
        Section again = experiment.section(Json.readResult(file, experiment.resultType()));
        assertThat(texts(again)).isEqualTo(texts(section));
        assertThat(section.name()).isEqualTo(experiment.name());
        assertThat(section.figures()).isNotEmpty();
        assertThat(section.blocks()).anyMatch(Block.Answer.class::isInstance).anyMatch(Block.Text.class::isInstance);
        assertThat(String.join(" ", texts(section))).doesNotContain("NaN").doesNotContain("null");
        Section russian = experiment.section(result, Language.RUSSIAN);
        assertThat(texts(russian)).hasSameSizeAs(texts(section));
        assertThat(String.join(" ", texts(russian))).doesNotContain("null", "{0");
    }

    private static List<String> texts(Section section) {
        List<String> texts = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Code) {
                continue;
            }
            texts.add(block instanceof Block.Picture picture ? picture.figure().caption() : block.toString());
        }
        return texts;
    }
}
