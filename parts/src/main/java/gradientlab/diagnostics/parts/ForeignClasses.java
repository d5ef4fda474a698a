package gradientlab.diagnostics.parts;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;

/** Classes with a backward pass of their own that nobody is known to have tested: neither DL4J's nor this project's. */
public final class ForeignClasses {

    /** DL4J's, and the layers of this project, which its tests hold against finite differences. */
    private static final List<String> TESTED = List.of("org.deeplearning4j.", "org.nd4j.", "gradientlab.model.");

    private ForeignClasses() {}

    /** The class of the layer itself, whose backward pass gives the gradient of what lies below. */
    public static List<String> ofLayer(Layer layer) {
        return foreign(layer);
    }

    /** Nonlinearity and loss, through which the gradient of the layer's own parameters comes. */
    public static List<String> inside(Layer layer) {
        List<String> names = new ArrayList<>();
        if (layer instanceof BaseLayer weighted) {
            names.addAll(foreign(weighted.getActivationFn()));
        } else if (layer instanceof ActivationLayer alone) {
            names.addAll(foreign(alone.getActivationFn()));
        }
        if (layer instanceof BaseOutputLayer output) {
            names.addAll(foreign(output.getLossFn()));
        } else if (layer instanceof LossLayer loss) {
            names.addAll(foreign(loss.getLossFn()));
        }
        return names;
    }

    private static List<String> foreign(Object part) {
        return part == null || TESTED.stream().anyMatch(part.getClass().getName()::startsWith)
                ? List.of()
                : List.of(part.getClass().getSimpleName());
    }
}
