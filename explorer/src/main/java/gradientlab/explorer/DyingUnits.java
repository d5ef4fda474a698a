package gradientlab.explorer;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Matrix;
import gradientlab.ui.explorer.TrainingState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Notes which hidden units die while a network trains: dead on every example that is looked at, and alive before. */
final class DyingUnits {

    private final List<BitSet> before = new ArrayList<>();
    private final List<TrainingState.Died> died = new ArrayList<>();

    void clear() {
        before.clear();
        died.clear();
    }

    /** @param step steps taken */
    void look(ExploredNet net, Capture capture, int step) {
        for (int layer = 1; layer <= net.depth(); layer++) {
            Matrix z = capture.layer(JoinedLayers.nonlinearity(net, layer)).preActivation();
            note(layer, dead(net.spec().activation(), z), step);
        }
    }

    private void note(int layer, BitSet now, int step) {
        if (before.size() < layer) {
            before.add(now);
            return;
        }
        BitSet fresh = (BitSet) now.clone();
        fresh.andNot(before.get(layer - 1));
        if (!fresh.isEmpty()) {
            died.add(new TrainingState.Died(step, layer, fresh.cardinality()));
        }
        before.set(layer - 1, now);
    }

    private static BitSet dead(ActivationFunction f, Matrix z) {
        BitSet dead = new BitSet(z.columns());
        for (int unit = 0; unit < z.columns(); unit++) {
            dead.set(unit, isDead(f, z, unit));
        }
        return dead;
    }

    /** NaN is not alive, and no sign of a dead unit either: what is not finite is told by the loss. */
    private static boolean isDead(ActivationFunction f, Matrix z, int unit) {
        for (int example = 0; example < z.rows(); example++) {
            float value = z.at(example, unit);
            if (Float.isNaN(value) || f.alive().contains(value)) {
                return false;
            }
        }
        return z.rows() > 0;
    }

    List<TrainingState.Died> died() {
        return List.copyOf(died);
    }
}
