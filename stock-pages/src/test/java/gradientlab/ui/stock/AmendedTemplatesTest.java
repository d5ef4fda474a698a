package gradientlab.ui.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.common.resources.Resources;

class AmendedTemplatesTest {
    private static final String MODEL = "templates/TrainingModel.html.ftl";

    private final AmendedTemplates templates = new AmendedTemplates();

    /** So that users of DL4J's own server get them too. */
    @ParameterizedTest
    @ValueSource(strings = {"Overview", "Model", "System"})
    void everyPageOfDl4jHasALinkToOurs(String page) throws Exception {
        File file = Resources.asFile("templates/Training" + page + ".html.ftl");

        assertThat(Files.readString(file.toPath())).contains("id=\"gradientsLink\" href=\"/gradients\"", "cui-layers");
    }

    @Test
    void everyViewOfAPageHasTheSameTemporaryFile() {
        assertThat(Resources.asFile(MODEL)).isEqualTo(Resources.asFile(MODEL));
        assertThat(templates.asFile(MODEL)).isEqualTo(templates.asFile(MODEL));
    }

    @Test
    void aFileThatWasCleanedUpIsWrittenAgain() throws Exception {
        File file = templates.asFile(MODEL);
        Files.delete(file.toPath());
        assertThat(templates.asFile(MODEL)).isEqualTo(file).isNotEmpty();

        Files.delete(file.toPath());
        Files.delete(file.getParentFile().toPath());
        assertThat(templates.asFile(MODEL)).isNotEmpty();
    }

    @Test
    void fileAndStreamHoldTheSame() throws Exception {
        try (var stream = templates.asStream(MODEL)) {
            assertThat(templates.asFile(MODEL)).hasContent(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void otherResourcesAreLeftToDl4j() {
        assertThat(templates.exists("templates/Tsne.html")).isFalse();
        assertThat(templates.exists("deeplearning4jUiAssets/js/train/model.js")).isFalse();
        assertThatThrownBy(() -> templates.asFile("templates/Tsne.html"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("templates/Tsne.html");
    }
}
