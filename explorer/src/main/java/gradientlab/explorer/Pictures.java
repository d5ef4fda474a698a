package gradientlab.explorer;

import gradientlab.diagnostics.Snapshot;
import gradientlab.language.Words;
import gradientlab.ui.explorer.Picture;
import java.util.List;

/** Draws up pictures of fresh networks. */
final class Pictures {

    private static final double NANOS_PER_MILLI = 1e6;

    private final FreshNets nets;
    private final Words words;

    Pictures(FreshNets nets, Words words) {
        this.nets = nets;
        this.words = words;
    }

    Picture of(ExploredNet asked, boolean tried) {
        long start = System.nanoTime();
        FreshNet fresh = nets.of(asked);
        Snapshot snapshot = fresh.snapshot();
        ExpectedNet expected = ExpectedNet.of(fresh, words);
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
                Suggestions.of(fresh, nets, tried, words),
                FreshVerdict.of(fresh.findings(), layers, words),
                (System.nanoTime() - start) / NANOS_PER_MILLI);
    }
}
