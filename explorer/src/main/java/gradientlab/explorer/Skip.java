package gradientlab.explorer;

import gradientlab.model.ResidualScaling;
import java.util.Locale;

/** What leads around the hidden layers. */
enum Skip {
    /** Nothing. */
    NONE(null),
    /** The signal itself, as in {@link gradientlab.model.ResidualSpec}. */
    IDENTITY(ResidualScaling.NONE),
    /** The signal itself, with branches scaled as Fixup has it. */
    FIXUP(ResidualScaling.FIXUP);

    private final ResidualScaling scaling;

    Skip(ResidualScaling scaling) {
        this.scaling = scaling;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How branches are scaled. */
    ResidualScaling scaling() {
        if (scaling == null) {
            throw new IllegalStateException("Without a skip there are no branches.");
        }
        return scaling;
    }
}
