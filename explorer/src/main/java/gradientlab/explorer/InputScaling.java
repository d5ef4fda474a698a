package gradientlab.explorer;

import gradientlab.diagnostics.Statistics;
import java.util.Locale;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;

/** How the pixels of images enter a network. */
enum InputScaling {
    /** From 0 to 1. */
    UNIT("0 to 1"),
    /** Mean 0 and standard deviation 1 over all pixels of the training set. */
    STANDARDISED("mean 0, std 1"),
    /** From 0 to 255, as files have them. */
    BYTES("0 to 255");

    private static final double MOST = 255;

    private final String text;

    InputScaling(String text) {
        this.text = text;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }

    /** x becomes (x − shift) · factor. */
    record Affine(double shift, double factor) {

        DataSetPreProcessor preProcessor() {
            return batch -> batch.getFeatures().subi(shift).muli(factor);
        }
    }

    /** @param pixels those of the training set, from 0 to 1 */
    Affine of(Statistics pixels) {
        return switch (this) {
            case UNIT -> new Affine(0, 1);
            case STANDARDISED -> new Affine(pixels.mean(), 1 / pixels.std());
            case BYTES -> new Affine(0, MOST);
        };
    }
}
