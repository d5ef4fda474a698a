package gradientlab.explorer;

import gradientlab.diagnostics.Snapshot;
import gradientlab.ui.explorer.Picture;
import java.util.List;

/** Draws up pictures of fresh networks. */
final class Pictures {

    private static final double NANOS_PER_MILLI = 1e6;

    private final FreshNets nets;

    Pictures(FreshNets nets) {
        this.nets = nets;
    }

    Picture of(ExploredNet asked, boolean tried) {
        long start = System.nanoTime();
        FreshNet fresh = nets.of(asked);
        Snapshot snapshot = fresh.snapshot();
        ExpectedNet expected = ExpectedNet.of(fresh);
        List<Picture.Layer> layers = JoinedLayers.of(asked, snapshot, expected.layers());
        return new Picture(
                NetSettings.write(asked),
                NetTitle.of(asked),
                CommandLineText.of(asked),
                snapshot.network().loss(),
                snapshot.network().chanceLoss(),
                fresh.parameters(),
                asked.plan().batchSize(),
                layers,
                expected.words(),
                Suggestions.of(fresh, nets, tried),
                Verdict.of(fresh.findings(), layers),
                (System.nanoTime() - start) / NANOS_PER_MILLI);
    }
}
