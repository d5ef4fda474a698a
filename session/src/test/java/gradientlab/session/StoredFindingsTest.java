package gradientlab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import org.junit.jupiter.api.Test;

class StoredFindingsTest {

    /** As a session recorded by commit c64d4ba has it. */
    private static final String BY_NAME = """
            {"rule": "OUTPUT_TOO_WIDE", "layer": "output", "unit": -1, "iteration": 0,
             "evidence": "std of the logits 9.59, limit 2.00", "cause": "wide",
             "remedy": "output: std 0.01 instead of 1.03, bias 0", "change": "SHRINK_OUTPUT", "source": "makemore"}
            """;

    @Test
    void aFindingWhoseRemedyIsANameIsRead() throws Exception {
        Finding finding = JsonPersistable.MAPPER.readValue(BY_NAME, Finding.class);

        assertThat(finding.rule()).isEqualTo(Rule.OUTPUT_TOO_WIDE);
        assertThat(finding.evidence()).isEqualTo("std of the logits 9.59, limit 2.00");
        assertThat(finding.change()).isEqualTo(Remedy.valueOf("SHRINK_OUTPUT"));
        assertThat(finding.change().kind()).isEqualTo(Remedy.Kind.SCALE_WEIGHTS);
    }

    @Test
    void aFindingWrittenTodayIsReadAgain() throws Exception {
        Finding finding = JsonPersistable.MAPPER.readValue(
                BY_NAME.replace(
                        "\"SHRINK_OUTPUT\"",
                        "{\"kind\": \"SCALE_WEIGHTS\", \"layer\": \"output\", \"numbers\": {\"std\": 0.01}}"),
                Finding.class);

        assertThat(finding.change().number("std")).isEqualTo(0.01);
        assertThat(JsonPersistable.MAPPER.readValue(JsonPersistable.MAPPER.writeValueAsString(finding), Finding.class))
                .isEqualTo(finding);
    }

    @Test
    void anotherTextThanARemedyIsStillRefused() {
        assertThatThrownBy(() -> JsonPersistable.MAPPER.readValue("\"text\"", Finding.class))
                .isInstanceOf(MismatchedInputException.class);
    }
}
