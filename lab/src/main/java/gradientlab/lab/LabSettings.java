package gradientlab.lab;

import gradientlab.engine.Engine;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.TrainSettings;
import java.util.Map;

/**
 * What decides the results of a run of experiments: a folder can be continued with the same, and with no other.
 *
 * @param scale how much of their grids the experiments run
 * @param protocol the options of the protocol, repetitions among them
 * @param engine what takes the training steps, as asked for: engines agree to rounding, not in every bit
 * @param dataSha256 the data's SHA-256 by file name
 * @param gradientLab the version of Gradient Lab
 * @param gitCommit the commit it was built from
 * @param backend the ND4J backend
 */
public record LabSettings(
        Scale scale,
        TrainSettings protocol,
        Engine engine,
        Map<String, String> dataSha256,
        String gradientLab,
        String gitCommit,
        String backend) {

    public static LabSettings of(Scale scale, TrainSettings protocol, Engine engine, Provenance provenance) {
        return new LabSettings(
                scale,
                protocol,
                engine,
                provenance.dataSha256(),
                provenance.gradientLab(),
                provenance.gitCommit(),
                provenance.backend());
    }

    /** The first setting that differs, as a sentence; empty if none does. */
    String difference(LabSettings now) {
        if (scale != now.scale) {
            return "scale " + scale + ", not " + now.scale;
        } else if (!protocol.equals(now.protocol)) {
            return "the protocol " + protocol + ", not " + now.protocol;
        } else if (engine != now.engine) {
            return "engine " + engine.label() + ", not " + now.engine.label();
        } else if (!dataSha256.equals(now.dataSha256)) {
            return "other data";
        } else if (!gradientLab.equals(now.gradientLab) || !gitCommit.equals(now.gitCommit)) {
            return "Gradient Lab " + gradientLab + ", commit " + gitCommit + ", not " + now.gradientLab + ", commit "
                    + now.gitCommit;
        }
        return backend.equals(now.backend) ? "" : "backend " + backend + ", not " + now.backend;
    }
}
