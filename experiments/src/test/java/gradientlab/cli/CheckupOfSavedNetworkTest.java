package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** {@code checkup --model FILE --data FILE}: any network that DL4J saved, on anyone's examples. */
class CheckupOfSavedNetworkTest {

    @TempDir
    private Path folder;

    private final LineRun line = new LineRun();
    private Path csv;

    @BeforeEach
    void writeExamples() throws IOException {
        csv = folder.resolve("flowers.csv");
        Files.writeString(csv, "length,width,height,kind\n" + rows(1));
    }

    /** Three features of the given scale and a class from 0 to 2 that follows from them. */
    private static String rows(double scale) {
        Random random = new Random(5);
        return IntStream.range(0, 60)
                .mapToObj(i -> {
                    double shift = i % 3 - 1;
                    return scale * (shift + 0.3 * random.nextGaussian()) + "," + scale * random.nextGaussian() + ","
                            + scale * random.nextGaussian() + "," + i % 3;
                })
                .collect(Collectors.joining("\n"));
    }

    private Path saved(Activation output, LossFunction loss, int units) throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(3)
                        .nOut(16)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(loss)
                        .nIn(16)
                        .nOut(units)
                        .activation(output)
                        .build())
                .validateOutputLayerConfig(false)
                .build());
        network.init();
        Path file = folder.resolve("network.zip");
        network.save(file.toFile());
        return file;
    }

    private int checkup(Path model, Path data, String... more) {
        String[] all = {"checkup", "--model", model.toString(), "--data", data.toString()};
        return line.run(java.util.stream.Stream.concat(java.util.Arrays.stream(all), java.util.Arrays.stream(more))
                .toArray(String[]::new));
    }

    @Test
    void aGoodNetworkOnScaledExamplesHasNothing() throws IOException {
        assertThat(checkup(saved(Activation.SOFTMAX, LossFunction.MCXENT, 3), csv))
                .isZero();

        assertThat(line.printed())
                .contains("network.zip on the first 60 examples of " + csv)
                .contains("Nothing found: ");
    }

    @Test
    void aWrongOutputAndAnInputThatIsNotScaledAreNamedAsJson() throws IOException {
        Files.writeString(csv, rows(200));

        assertThat(checkup(saved(Activation.SIGMOID, LossFunction.MCXENT, 3), csv, "--json"))
                .isZero();

        var findings = new ObjectMapper().readTree(line.printed()).get("findings");
        assertThat(findings.findValuesAsText("rule")).contains("input-not-scaled", "output-mismatch");
        assertThat(findings.get(0).get("severity").asText()).isEqualTo("fault");
    }

    @Test
    void arraysOfNumPyAreReadWithTheirTargets() throws IOException {
        Path x = folder.resolve("x.npy");
        Path y = folder.resolve("y.npy");
        Files.write(x, Nd4j.toNpyByteArray(Nd4j.randn(40, 3)));
        Files.write(y, Nd4j.toNpyByteArray(Nd4j.arange(40).fmod(3).reshape(40, 1)));

        assertThat(checkup(
                        saved(Activation.SOFTMAX, LossFunction.MCXENT, 3), x, "--labels", y.toString(), "--rows", "32"))
                .isZero();

        assertThat(line.printed()).contains("on the first 32 examples");
    }

    @Test
    void whatCannotBeReadIsOneSentence() throws IOException {
        Path model = saved(Activation.SOFTMAX, LossFunction.MCXENT, 3);
        Path none = folder.resolve("none.zip");
        assertThat(checkup(none, csv)).isEqualTo(2);
        assertThat(line.complaint()).contains("--model must be a file that DL4J saved, but there is none at " + none);
        assertThat(checkup(csv, csv)).isEqualTo(2);
        assertThat(line.complaint()).contains("is no zip file");
        Files.writeString(csv, "1,2,3,0\n1,2,x,1");
        assertThat(checkup(model, csv)).isEqualTo(2);
        assertThat(line.complaint()).contains(csv + ", line 2, column 3: a number must stand there, not \"x\"");
        Files.writeString(csv, "1,2,3,4,0\n1,2,3,4,2");
        assertThat(checkup(model, csv)).isEqualTo(2);
        assertThat(line.complaint())
                .contains("The examples of --data do not fit the network of --model: features [2, 4]");
        assertThat(line.complaint()).doesNotContain("\tat ");
    }
}
