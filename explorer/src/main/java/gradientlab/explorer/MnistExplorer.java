package gradientlab.explorer;

import gradientlab.diagnostics.Distribution;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import gradientlab.mnist.MnistDataset;
import gradientlab.session.UnitMap;
import gradientlab.ui.Dashboard;
import gradientlab.ui.explorer.Controls;
import gradientlab.ui.explorer.Explorer;
import gradientlab.ui.explorer.ExplorerException;
import gradientlab.ui.explorer.ExplorerException.Reason;
import gradientlab.ui.explorer.JavaSource;
import gradientlab.ui.explorer.MapLevel;
import gradientlab.ui.explorer.Order;
import gradientlab.ui.explorer.Picture;
import gradientlab.ui.explorer.SweptMaps;
import gradientlab.ui.explorer.TrainingState;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The explorer of multilayer perceptrons on MNIST or one of its relatives. */
public final class MnistExplorer implements Explorer {

    /** What is said of networks, and the controls' names. */
    static final Catalogue WORDS = Catalogue.of(MnistExplorer.class, "explorer");

    private static final int MNIST_PIXELS = 784;

    private final Supplier<FreshNets> nets;
    private final LiveTrainings trainings;
    private final ExplorerOptions options;

    /**
     * An explorer that reads its data and starts its backend when it is first asked for a network.
     *
     * @param data where the data come from; asked once
     * @param dashboard shows networks while they train
     * @param options what it may do, and where it writes
     */
    public MnistExplorer(Supplier<MnistDataset> data, Dashboard dashboard, ExplorerOptions options) {
        this.nets = once(() -> new FreshNets(Data.of(data.get())));
        this.trainings = new LiveTrainings(dashboard, options);
        this.options = options;
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        return new Supplier<>() {
            private T made;

            @Override
            public synchronized T get() {
                made = made == null ? maker.get() : made;
                return made;
            }
        };
    }

    /**
     * Checks settings before there is a page for them.
     *
     * @throws IllegalArgumentException with a sentence that names the setting, the rule and the value
     */
    public static void check(Map<String, String> settings) {
        NetSettings.read(settings, MNIST_PIXELS);
    }

    @Override
    public Controls controls(Language language) {
        return new Controls(
                ControlTable.in(WORDS.in(language)), TrainabilityMap.GRID, Tour.in(language), trainings.forbidden());
    }

    @Override
    public Picture picture(Map<String, String> settings, boolean tried, Language language) {
        return asked(settings, net -> new Pictures(nets.get(), WORDS.in(language)).of(net, tried));
    }

    @Override
    public UnitMap units(Map<String, String> settings, int layer) {
        return asked(settings, net -> Inside.of(nets.get().of(net), layer).units());
    }

    @Override
    public Distribution histogram(Map<String, String> settings, int layer, String quantity) {
        return asked(settings, net -> Inside.of(nets.get().of(net), layer).histogram(quantity));
    }

    @Override
    public UnitMap units(String training, int net, int layer) {
        return told(() -> trainings.looked(training, net).inside(layer).units());
    }

    @Override
    public Distribution histogram(String training, int net, int layer, String quantity) {
        return told(() -> trainings.looked(training, net).inside(layer).histogram(quantity));
    }

    @Override
    public JavaSource java(Map<String, String> settings) {
        return asked(settings, net -> JavaProgram.of(net, nets.get().data()));
    }

    @Override
    public MapLevel map(Map<String, String> settings, int level) {
        return asked(settings, net -> TrainabilityMap.level(net, nets.get().data(), level));
    }

    @Override
    public SweptMaps sweeps() {
        return new SweepFolders(options.sweeps()).read();
    }

    @Override
    public TrainingState start(List<Map<String, String>> settings) {
        return told(() -> trainings.start(
                settings.stream().map(this::read).toList(), nets.get().data()));
    }

    @Override
    public TrainingState tell(String training, Order order) {
        return told(() -> trainings.tell(training, order));
    }

    @Override
    public TrainingState state(String training, int since) {
        return told(() -> trainings.state(training, since));
    }

    @Override
    public void close() {
        trainings.close();
    }

    private <T> T asked(Map<String, String> settings, Function<ExploredNet, T> answer) {
        return told(() -> answer.apply(read(settings)));
    }

    private ExploredNet read(Map<String, String> settings) {
        return NetSettings.read(settings, nets.get().data().inputs()).on(options.data());
    }

    private static <T> T told(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (IllegalArgumentException e) {
            throw new ExplorerException(Reason.NOT_POSSIBLE, sentence(e.getMessage()), e);
        } catch (NoSuchElementException e) {
            throw new ExplorerException(Reason.NOT_THERE, sentence(e.getMessage()), e);
        }
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
