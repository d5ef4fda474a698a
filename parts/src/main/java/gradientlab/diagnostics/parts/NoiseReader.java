package gradientlab.diagnostics.parts;

import gradientlab.diagnostics.facts.Noise;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;

/** Reads dropout and its relatives as the share that is dropped: DL4J names the share that is kept. */
public record NoiseReader(UpdaterReader values) {

    /** The dropout of a layer; NONE without any, and a share that is NaN where it is not known. */
    public Noise dropout(IDropout dropout) {
        return dropout == null ? Noise.NONE : new Noise(dropout.getClass().getSimpleName(), dropped(dropout));
    }

    /** The noise on the weights of a layer; NONE without any, and a share that is NaN where it is not known. */
    public Noise weightNoise(IWeightNoise noise) {
        if (noise == null) {
            return Noise.NONE;
        }
        double dropped = noise instanceof DropConnect drop
                ? 1 - values.value(drop.getWeightRetainProbSchedule(), drop.getWeightRetainProb())
                : Double.NaN;
        return new Noise(noise.getClass().getSimpleName(), dropped);
    }

    private double dropped(IDropout dropout) {
        if (dropout instanceof Dropout plain) {
            return 1 - values.value(plain.getPSchedule(), plain.getP());
        } else if (dropout instanceof AlphaDropout alpha) {
            return 1 - values.value(alpha.getPSchedule(), alpha.getP());
        } else if (dropout instanceof SpatialDropout spatial) {
            return 1 - values.value(spatial.getPSchedule(), spatial.getP());
        }
        return dropout instanceof GaussianDropout gaussian
                ? values.value(gaussian.getRateSchedule(), gaussian.getRate())
                : Double.NaN;
    }
}
