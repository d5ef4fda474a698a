package gradientlab.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.ui.explorer.SweptMaps;
import gradientlab.ui.explorer.SweptMaps.SweptMap;
import gradientlab.ui.explorer.SweptMaps.SweptNets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFoldersTest {

    @TempDir
    private Path folder;

    private static String line(String init, String activation, int depth, int seed, double accuracy) {
        return accuracy + ",,train --init " + init + " --activation " + activation + " --depth " + depth + " --seed "
                + seed + "\n";
    }

    private SweptMaps read(String lines) throws IOException {
        Files.writeString(folder.resolve("results.csv"), "test-accuracy,error,command\n" + lines);
        return new SweepFolders(List.of(folder)).read();
    }

    @Test
    void netsThatDifferInMoreThanThePlaceAreMapsOfTheirOwn() throws IOException {
        SweptMaps read = read(line("scaled:0.5:0", "tanh", 2, 1, 0.9)
                + line("scaled:0.5:0", "tanh", 2, 2, 0.8)
                + line("scaled:1:0", "tanh", 7, 1, Double.NaN)
                + line("scaled:0.5:0", "relu", 2, 1, 0.5)
                + line("kaiming-normal", "tanh", 2, 1, 0.1));
        assertThat(read.problems()).isEmpty();
        assertThat(read.maps())
                .extracting(SweptMap::name)
                .containsExactly(
                        folder.getFileName() + ": activation tanh", folder.getFileName() + ": activation relu");
        SweptMap tanh = read.maps().get(0);
        assertThat(tanh.measures()).containsExactly("test-accuracy");
        assertThat(tanh.settings()).containsEntry("norm", "none").doesNotContainKeys("depth", "seed", "init");
        assertThat(tanh.cells().get(0).nets()).isEqualTo(2);
        assertThat(tanh.cells().get(0).values().get(0)).as("mean over seeds").isEqualTo((0.9 + 0.8) / 2);
        assertThat(tanh.cells().get(1)).isEqualTo(new SweptNets(1, 7, 1, List.of(Double.NaN)));
    }

    @Test
    void theSettingsOfAMapWithAPlaceAreANetOfThePage() throws IOException {
        SweptMap map = read(line("scaled:0.5:0.25", "relu", 2, 1, 0.5)).maps().get(0);
        Map<String, String> settings = new HashMap<>(map.settings());
        settings.put("init", "scaled");
        settings.put("weightStd", "0.5");
        settings.put("depth", "2");
        assertThat(NetSettings.read(settings, 784).spec().initialisation()).hasToString("scaled:0.5:0.25");
    }

    @Test
    void aSweepThatCannotBeReadIsASentence() throws IOException {
        SweptMaps read = read("much,,train\n");
        assertThat(read.maps()).isEmpty();
        assertThat(read.problems()).singleElement().asString().startsWith(folder.resolve("results.csv") + ", line 2: ");
    }
}
