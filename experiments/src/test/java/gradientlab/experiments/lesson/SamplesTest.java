package gradientlab.experiments.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.Lab;
import gradientlab.lab.Sample;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of Java that the report shows are Java, and call what there is. */
class SamplesTest {

    private static final List<String> IMPORTS = List.of(
            "gradientlab.diagnostics.*",
            "gradientlab.diagnostics.probe.*",
            "org.deeplearning4j.nn.conf.NeuralNetConfiguration",
            "org.deeplearning4j.nn.conf.distribution.*",
            "org.deeplearning4j.nn.conf.layers.*",
            "org.deeplearning4j.nn.multilayer.MultiLayerNetwork",
            "org.deeplearning4j.nn.weights.WeightInit",
            "org.nd4j.linalg.activations.Activation",
            "org.nd4j.linalg.activations.impl.ActivationSoftmax",
            "org.nd4j.linalg.api.ndarray.INDArray",
            "org.nd4j.linalg.dataset.DataSet",
            "org.nd4j.linalg.factory.Nd4j",
            "org.nd4j.linalg.learning.config.Sgd",
            "org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction",
            "org.nd4j.linalg.lossfunctions.impl.LossMCXENT",
            "org.nd4j.linalg.ops.transforms.Transforms");

    /** What the lines take as given. */
    private static final String GIVEN = "MultiLayerNetwork network;\nDataSet batch, test;\nINDArray x, z;\ndouble s;\n";

    @TempDir
    private Path folder;

    @Test
    void everyJavaSampleCompiles() throws IOException {
        StringBuilder methods = new StringBuilder(method("setUp", Sample.of(Lab.class, "set-up.java")));
        Lessons.ALL.forEach(each ->
                methods.append(method(each.name().replace("-", "_"), Sample.of(Lessons.class, each.name() + ".java"))));
        String imports = IMPORTS.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        Path source = folder.resolve("Samples.java");
        Files.writeString(source, imports + "class Samples {\n" + GIVEN + methods + "}\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-encoding",
                    "UTF-8",
                    "-d",
                    folder.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        assertThat(folder.resolve("Samples.class")).isNotEmptyFile();
    }

    /** Statements as they are; what goes between the brackets of a list as the elements of one; a value as one. */
    private static String method(String name, String sample) {
        boolean elements = sample.endsWith(",");
        return "void " + name + "() throws Exception {\n"
                + (elements ? "Object[] elements = {\n" + sample + "\n};" : sample) + "\n}\n";
    }
}
