package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import gradientlab.lab.run.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file that is read, damaged in thousands of ways: it is read, or refused with one sentence that names it. Nothing else
 * is ever thrown, {@link Error}s included.
 *
 * <p>{@code -Dfuzz.mutants=1000000 -Dfuzz.seed=2} makes a longer run with other damage.
 */
class ReaderFuzzTest {

    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    @TempDir
    private static Path folder;

    private static ReadableFiles files;

    @BeforeAll
    static void writeFiles() throws IOException {
        files = ReadableFiles.in(folder);
    }

    @AfterAll
    static void forget() {
        files = null;
    }

    static List<String> everyDamagedFileIsReadOrRefusedInOneSentence() {
        return ReadableFiles.NAMES;
    }

    /** The limit of time is there for a reader that never ends. */
    @ParameterizedTest
    @MethodSource
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyDamagedFileIsReadOrRefusedInOneSentence(String name) throws IOException {
        ReadableFiles.Row row = files.row(name);
        byte[] original = Files.readAllBytes(row.file());
        assertThatCode(() -> row.reader().read())
                .as("%s as it was written", name)
                .doesNotThrowAnyException();
        Mutants mutants = new Mutants(original, row.form());
        int count = (int) (MUTANTS * row.share());
        for (int i = 0; i < count; i++) {
            long seed = SEED * 1_000_003 + i;
            Files.write(row.file(), mutants.of(seed));
            String complaint = complaint(row);
            if (!complaint.isEmpty()) {
                assertThat(complaint).as("%s, damaged with seed %d", name, seed).isEmpty();
            }
        }
        Files.write(row.file(), original);
    }

    /** Empty if the file is read or refused as it should be. */
    @SuppressWarnings("CatchingUnchecked") // whatever is thrown is what is looked for
    private static String complaint(ReadableFiles.Row row) {
        try {
            row.reader().read();
            return "";
        } catch (SettingException e) {
            // Settings that contradict each other are told by the option, with the value of each.
            return "";
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            boolean sentence = message.lines().count() == 1 && message.length() < 1_000;
            boolean named = message.contains(row.file().toString())
                    || message.contains(row.file().getParent().toString());
            return sentence && named ? "" : "This is not one sentence that names the file: " + message;
        } catch (RuntimeException | Error e) {
            return e + " at " + List.of(e.getStackTrace()).subList(0, Math.min(12, e.getStackTrace().length));
        }
    }
}
