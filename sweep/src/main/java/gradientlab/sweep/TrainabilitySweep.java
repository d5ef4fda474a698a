package gradientlab.sweep;

import gradientlab.lab.run.TrainSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sweep of Schoenholz et al. 2017, figure 5, for more nets than theirs: which can be trained, by the variance of their
 * weights and their depth, and what signal and gradient of the fresh ones say of it.
 */
public final class TrainabilitySweep {

    /** σb² = 0.05, as in their figure. */
    private static final String INIT = "scaled:1:0.223607";

    private TrainabilitySweep() {}

    /**
     * What is swept where nothing else is said.
     *
     * @param quick fewer cells and steps
     */
    public static SweepFile preset(boolean quick) {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("activation", "tanh,relu");
        axes.put("norm", "none,batch,layer");
        axes.put("depth", quick ? "5,20,50" : "10..100:10");
        axes.put("weight-variance", quick ? "1,1.76,4" : "1..4:13");
        TrainSettings base = TrainSettings.of(Map.of("init", INIT, "width", 128, "batchSize", 128, "lr", 0.01));
        return new SweepFile(
                base, axes, null, null, quick ? 60 : 200, List.of("test-accuracy", "delta-ratio", "signal"));
    }
}
