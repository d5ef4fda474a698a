package gradientlab.engine;

import java.util.Optional;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Turns gradients into what is subtracted from the parameters, by ND4J's formulas in float32.
 *
 * <p>{@code g} is the gradient and becomes the update; {@code s} and {@code t} are the updater's state, the halves of
 * its block of the network's state array.
 */
interface UpdateRule {

    /** How many arrays of state the rule has: 0, 1 or 2. */
    int states();

    /** The update of {@code count} parameters at the given iteration, counted from 0, and epoch. */
    void apply(float[] g, float[] s, float[] t, int count, int iteration, int epoch);

    /** The number that times the gradient is the update; NaN for a rule that is not as simple as that. */
    default float rate(int iteration, int epoch) {
        return Float.NaN;
    }

    /** The rule for an updater; empty if there is none. Settings are read anew at each step: they may be schedules. */
    static Optional<UpdateRule> of(IUpdater updater) {
        if (updater instanceof Sgd sgd) {
            return Optional.of(new SgdRule(sgd));
        }
        if (updater instanceof Nesterovs nesterovs) {
            return Optional.of(new NesterovRule(nesterovs));
        }
        if (updater instanceof RmsProp rmsProp) {
            return Optional.of(new RmsPropRule(rmsProp));
        }
        if (updater.getClass() == Adam.class) {
            return Optional.of(new AdamRule((Adam) updater));
        }
        return updater instanceof NoOp ? Optional.of(new NoRule()) : Optional.empty();
    }

    /** The gradient is the update: batch norm's running statistics. */
    record NoRule() implements UpdateRule {
        @Override
        public int states() {
            return 0;
        }

        @Override
        public void apply(float[] g, float[] s, float[] t, int count, int iteration, int epoch) {}
    }

    /** lr·g. */
    record SgdRule(Sgd settings) implements UpdateRule {
        @Override
        public int states() {
            return 0;
        }

        @Override
        public float rate(int iteration, int epoch) {
            return (float) settings.getLearningRate(iteration, epoch);
        }

        @Override
        public void apply(float[] g, float[] s, float[] t, int count, int iteration, int epoch) {
            float rate = rate(iteration, epoch);
            for (int k = 0; k < count; k++) {
                g[k] *= rate;
            }
        }
    }

    /** v ← μ·v − lr·g; the update is μ·v_old − (1 + μ)·v (Sutskever et al. 2013). */
    record NesterovRule(Nesterovs settings) implements UpdateRule {
        @Override
        public int states() {
            return 1;
        }

        @Override
        public void apply(float[] g, float[] v, float[] t, int count, int iteration, int epoch) {
            float rate = (float) settings.getLearningRate(iteration, epoch);
            float momentum = (float) settings.currentMomentum(iteration, epoch);
            for (int k = 0; k < count; k++) {
                float old = v[k];
                v[k] = momentum * old - rate * g[k];
                g[k] = momentum * old - (1 + momentum) * v[k];
            }
        }
    }

    /** c ← d·c + (1 − d)·g²; the update is lr·g/(√c + ε). */
    record RmsPropRule(RmsProp settings) implements UpdateRule {
        @Override
        public int states() {
            return 1;
        }

        @Override
        public void apply(float[] g, float[] cache, float[] t, int count, int iteration, int epoch) {
            float rate = (float) settings.getLearningRate(iteration, epoch);
            float decay = (float) settings.getRmsDecay();
            float epsilon = (float) settings.getEpsilon();
            for (int k = 0; k < count; k++) {
                cache[k] = cache[k] * decay + g[k] * g[k] * (1 - decay);
                g[k] = rate * g[k] / ((float) Math.sqrt(cache[k]) + epsilon);
            }
        }
    }

    /** Kingma and Ba 2015, in the form of section 2's last lines: the bias corrections are in the rate, not in ε. */
    record AdamRule(Adam settings) implements UpdateRule {
        @Override
        public int states() {
            return 2;
        }

        @Override
        public void apply(float[] g, float[] m, float[] v, int count, int iteration, int epoch) {
            float beta1 = (float) settings.getBeta1();
            float beta2 = (float) settings.getBeta2();
            float epsilon = (float) settings.getEpsilon();
            float rate = (float) (settings.getLearningRate(iteration, epoch)
                    * Math.sqrt(1 - Math.pow(settings.getBeta2(), iteration + 1))
                    / (1 - Math.pow(settings.getBeta1(), iteration + 1)));
            for (int k = 0; k < count; k++) {
                m[k] = beta1 * m[k] + (1 - beta1) * g[k];
                v[k] = beta2 * v[k] + (1 - beta2) * g[k] * g[k];
                g[k] = m[k] * rate / ((float) Math.sqrt(v[k]) + epsilon);
            }
        }
    }
}
