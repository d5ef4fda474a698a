package gradientlab.lab.run;

import gradientlab.engine.Engine;
import gradientlab.engine.EngineChoice;
import gradientlab.mnist.MnistDataset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a run was made from and with.
 *
 * @param data the data set's name
 * @param dataSha256 SHA-256 by file name
 * @param gradientLab Gradient Lab's version
 * @param gitCommit the commit it was built from
 * @param dl4j the version of Deeplearning4j and ND4J
 * @param backend the ND4J backend
 * @param engine what takes the training steps; for a finished training also why
 * @param java version and vendor of the virtual machine
 * @param os name, version and architecture of the operating system
 * @param cores processors the virtual machine sees
 * @param started when the run began, UTC
 */
public record Provenance(
        String data,
        Map<String, String> dataSha256,
        String gradientLab,
        String gitCommit,
        String dl4j,
        String backend,
        String engine,
        String java,
        String os,
        int cores,
        String started) {

    /** The provenance of a run that begins now. */
    public static Provenance now(MnistDataset data, Backend backend, Engine engine) {
        BuildInfo build = BuildInfo.read();
        return new Provenance(
                data.name(),
                data.sha256(),
                build.version(),
                build.commit(),
                build.dl4j(),
                backend.name(),
                engine.label(),
                property("java.version") + " (" + property("java.vendor") + ")",
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The same for a training whose engine has been chosen. */
    public Provenance of(EngineChoice chosen) {
        return new Provenance(
                data, dataSha256, gradientLab, gitCommit, dl4j, backend, chosen.toString(), java, os, cores, started);
    }

    private static String property(String name) {
        return System.getProperty(name);
    }
}
