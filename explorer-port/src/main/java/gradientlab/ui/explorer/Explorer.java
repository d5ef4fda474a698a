package gradientlab.ui.explorer;

import gradientlab.diagnostics.Distribution;
import gradientlab.language.Language;
import gradientlab.session.UnitMap;
import java.util.List;
import java.util.Map;

/**
 * Builds, measures and trains the networks that the explorer page asks for.
 *
 * <p>Settings are values by the names of the {@link Controls}; what is left out has its standard value. Every method may be
 * called from any thread, and throws {@link ExplorerException} for what cannot be had, with a sentence for the page.
 */
public interface Explorer extends AutoCloseable {

    /** What the page can set, in a language. */
    Controls controls(Language language);

    /**
     * The fresh network of these settings on a batch.
     *
     * @param tried whether to try the remedies too, which costs another picture for each
     * @param language of what is said about it
     */
    Picture picture(Map<String, String> settings, boolean tried, Language language);

    /** The saturation map of a hidden layer, counted from 1, of the fresh network. */
    UnitMap units(Map<String, String> settings, int layer);

    /**
     * The values of a quantity of a layer of the fresh network.
     *
     * @param layer counted from 1; the one after the hidden layers is the output layer
     * @param quantity {@code z}, {@code a}, {@code delta}, {@code gradient} (of the weights) or {@code weights}
     */
    Distribution histogram(Map<String, String> settings, int layer, String quantity);

    /** The saturation map of a hidden layer of a network in training, as it was last looked at; {@code net} counts from 0. */
    UnitMap units(String training, int net, int layer);

    /** The values of a quantity of a layer of a network in training, as it was last looked at. */
    Distribution histogram(String training, int net, int layer, String quantity);

    /** The network of these settings as a Java program. */
    JavaSource java(Map<String, String> settings);

    /** The cells that a level adds to the map of trainability around these settings; level 0 is the coarsest. */
    MapLevel map(Map<String, String> settings, int level);

    /** The maps of nets that sweeps have trained, where the program knows of any. */
    SweptMaps sweeps();

    /**
     * Begins a training of one or two networks on the same batches; it waits before its first step.
     *
     * @param nets the settings of each
     */
    TrainingState start(List<Map<String, String>> nets);

    /** Tells a training what to do, and how it stands then. */
    TrainingState tell(String training, Order order);

    /** How a training stands, with the losses from a step on. */
    TrainingState state(String training, int since);

    /** Ends all trainings. */
    @Override
    void close();
}
