package gradientlab.engine;

import org.deeplearning4j.nn.api.Layer;

/** What stands at one place of the chain from the data to the loss. */
sealed interface Link {

    /** A layer of DL4J's, whose input is the output of the link before. */
    record OfLayer(Layer layer) implements Link {}

    /**
     * The sum of the link before and an earlier one.
     *
     * @param from the number of the earlier link, from 0
     */
    record Skip(int from) implements Link {}

    /** The link before times a number. */
    record Scale(double factor) implements Link {}
}
