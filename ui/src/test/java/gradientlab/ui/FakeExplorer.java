package gradientlab.ui;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Wording;
import gradientlab.language.Language;
import gradientlab.session.UnitMap;
import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.Control.Choice;
import gradientlab.ui.explorer.Controls;
import gradientlab.ui.explorer.Explorer;
import gradientlab.ui.explorer.ExplorerException;
import gradientlab.ui.explorer.ExplorerException.Reason;
import gradientlab.ui.explorer.JavaSource;
import gradientlab.ui.explorer.MapLevel;
import gradientlab.ui.explorer.Order;
import gradientlab.ui.explorer.Picture;
import gradientlab.ui.explorer.SweptMaps;
import gradientlab.ui.explorer.TourStep;
import gradientlab.ui.explorer.TrainingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An explorer without networks: every member of every answer has a value. */
final class FakeExplorer implements Explorer {

    /** The settings that pictures were made of, in turn. */
    final List<Map<String, String>> pictured = new CopyOnWriteArrayList<>();

    /** The orders that came through. */
    final List<Order> orders = new CopyOnWriteArrayList<>();

    /** A picture with the setting {@code wait} is not finished before this is open. */
    final CountDownLatch gate = new CountDownLatch(1);

    volatile boolean waiting;

    volatile boolean closed;

    @Override
    public Controls controls(Language language) {
        Control control = new Control(
                "init",
                "Initialisation",
                Control.Group.NETWORK,
                Control.Kind.CHOICE,
                "unit",
                "Help.",
                "scaled",
                List.of(new Choice("scaled", "formula")),
                0.1,
                4,
                true,
                Map.of("norm", List.of("batch")));
        TourStep step = new TourStep("1.1", "title", "question?", "answer", Map.of("depth", "1"), Map.of("depth", "2"));
        return new Controls(
                List.of(control), new Controls.MapGrid(List.of(2, 3), List.of(0.5, 1.0), 3), List.of(step), "");
    }

    @Override
    public Picture picture(Map<String, String> settings, boolean tried, Language language) {
        if (settings.containsKey("impossible")) {
            throw new ExplorerException(Reason.NOT_POSSIBLE, "This cannot be.");
        }
        if (settings.containsKey("broken")) {
            throw new StackOverflowError("no stack trace for the page");
        }
        if (settings.containsKey("wait")) {
            await();
        }
        pictured.add(settings);
        return new Picture(
                settings.isEmpty() ? Map.of("depth", "1") : settings,
                "title",
                "train --depth 1",
                2.31,
                Math.log(10),
                101_770,
                32,
                List.of(layer()),
                new Picture.Theory("says", "why"),
                List.of(new Picture.Found(finding(), "tried", new Picture.Apply("text", Map.of("depth", "2")))),
                "verdict",
                1.5);
    }

    private void await() {
        waiting = true;
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Picture.Layer layer() {
        Statistics statistics = Statistics.of(new float[] {1, 2, 4});
        return new Picture.Layer(
                "1",
                "hidden-1",
                "tanh-1",
                128,
                statistics,
                statistics,
                statistics,
                statistics,
                0.1,
                0,
                Picture.LayerTheory.NONE);
    }

    private static Finding finding() {
        return Finding.of(
                Rule.VANISHING_DELTA,
                "hidden-1",
                -1,
                0,
                Wording.verbatim("evidence", "cause", "remedy"),
                Remedy.scaleWeights("hidden-1", 0.1, 1).with(List.of(Remedy.scaleWeights("hidden-2", 0.1, 1))),
                "source");
    }

    @Override
    public UnitMap units(Map<String, String> settings, int layer) {
        return new UnitMap("tanh-" + layer, 1, 2, 1, new byte[] {1, 2}, new byte[] {0, 1});
    }

    @Override
    public Distribution histogram(Map<String, String> settings, int layer, String quantity) {
        return Distribution.of(new float[] {1, 2, 3}, 3);
    }

    @Override
    public UnitMap units(String training, int net, int layer) {
        return new UnitMap("trained-" + training + "-" + net + "-" + layer, 1, 1, 1, new byte[] {1}, new byte[] {0});
    }

    @Override
    public Distribution histogram(String training, int net, int layer, String quantity) {
        return Distribution.of(new float[] {net, layer}, 2);
    }

    @Override
    public JavaSource java(Map<String, String> settings) {
        return new JavaSource("ExploredNetwork.java", "class ExploredNetwork {}");
    }

    @Override
    public MapLevel map(Map<String, String> settings, int level) {
        return new MapLevel(
                level, List.of(new MapLevel.Cell(0.5, 2, 0.1, 0.2)), 1.02, List.of(new MapLevel.DepthScale(0.5, 1.3)));
    }

    @Override
    public SweptMaps sweeps() {
        SweptMaps.SweptNets nets = new SweptMaps.SweptNets(0.5, 2, 3, List.of(0.9));
        SweptMaps.SweptMap map =
                new SweptMaps.SweptMap("name", Map.of("norm", "none"), List.of("test-accuracy"), List.of(nets));
        return new SweptMaps(List.of(map), List.of("problem"));
    }

    @Override
    public TrainingState start(List<Map<String, String>> nets) {
        return state("t1", 0);
    }

    @Override
    public TrainingState tell(String training, Order order) {
        orders.add(order);
        return state(training, 0);
    }

    @Override
    public TrainingState state(String training, int since) {
        if (!training.equals("t1")) {
            throw new ExplorerException(Reason.NOT_THERE, "There is no such training.");
        }
        List<TrainingState.Net> nets = new ArrayList<>();
        nets.add(new TrainingState.Net(
                "title",
                "session",
                0.1,
                new TrainingState.Losses(since, List.of(2.3)),
                new TrainingState.Accuracies(List.of(0), List.of(0.1)),
                1,
                List.of(layer()),
                List.of(new TrainingState.Died(3, 1, 2)),
                "diverged",
                "train --depth 1",
                new TrainingState.Saved(1, "runs/run-1", TrainingState.Hindrance.NONE)));
        return new TrainingState(training, TrainingState.Phase.PAUSED, "sentence", 100, 1, nets);
    }

    @Override
    public void close() {
        closed = true;
    }
}
