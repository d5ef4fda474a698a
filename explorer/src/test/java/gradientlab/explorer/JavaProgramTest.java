package gradientlab.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.mnist.MnistDataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied as Java compiles, runs, and has the first loss and the losses that the page shows. */
class JavaProgramTest {

    private static final String FIRST = "Loss before the first step: ";
    private static final String LAST = "Loss of the last step: ";

    private static Data data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        data = Data.of(MnistDataset.bundled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "depth=3",
                "depth=1 init=standard-normal batchSize=32",
                "depth=2 init=constant amount=0.02",
                "depth=2 init=kaiming-uniform fan=fan-out activation=leaky-relu optimizer=adam lr=0.001",
                "depth=2 init=scaled weightStd=1.3 biasStd=0.1 activation=gelu norm=layer normPosition=after",
                "depth=2 activation=prelu norm=batch optimizer=rmsprop lr=0.001 outputScale=0.5 batchSize=64",
                "depth=2 activation=swish norm=group width=64 input=standardised optimizer=nesterov",
                "depth=2 init=lsuv activation=selu",
                "depth=3 init=orthogonal norm=batch input=bytes",
                "depth=3 skip=identity norm=layer",
                "depth=3 skip=fixup activation=relu init=kaiming-normal"
            })
    void theProgramHasTheLossesOfThePage(String settings) throws Exception {
        ExploredNet net = NetSettings.read(settings(settings + " steps=10"), data.inputs());
        List<String> printed = run(JavaProgram.of(net, data).text());
        FreshNet fresh = FreshNet.of(net, data);
        // The program computes by DL4J alone, the page by the direct engine: the same sums in another order.
        double first = fresh.snapshot().network().loss();
        assertThat(number(printed, FIRST)).isCloseTo(first, within(1e-5 * first));
        LiveNet live = new LiveNet(net, "", BatchOrder.of(net, net.steps(), data), null);
        double last = Double.NaN;
        for (int step = 0; step < 10; step++) {
            live.step();
            last = live.state(step).losses().values().get(0);
        }
        assertThat(number(printed, LAST)).isCloseTo(last, within(1e-3 * last));
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : text.split(" ")) {
            settings.put(part.split("=")[0], part.split("=")[1]);
        }
        return settings;
    }

    private static double number(List<String> printed, String before) {
        return printed.stream()
                .filter(line -> line.startsWith(before))
                .mapToDouble(line -> Double.parseDouble(line.substring(before.length())))
                .findFirst()
                .orElseThrow();
    }

    private List<String> run(String text) throws Exception {
        Path source = folder.resolve("ExploredNetwork.java");
        Files.writeString(source, text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean compiled = compiler.getTask(
                        complaints,
                        null,
                        null,
                        List.of("-Xlint:all,-processing,-classfile,-path", "-d", folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertThat(compiled).describedAs("%s%n%s", complaints, text).isTrue();
        assertThat(complaints.toString()).isEmpty();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("ExploredNetwork")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return Arrays.asList(printed.toString(StandardCharsets.UTF_8).split("\n"));
    }
}
