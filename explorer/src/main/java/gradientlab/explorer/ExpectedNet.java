package gradientlab.explorer;

import gradientlab.ui.explorer.Picture;
import java.util.Collections;
import java.util.List;

/** What mean field theory expects of a fresh network. */
record ExpectedNet(List<Picture.LayerTheory> layers, Picture.Theory words) {

    static ExpectedNet of(FreshNet fresh) {
        return new ExpectedNet(
                Collections.nCopies(fresh.asked().depth() + 1, Picture.LayerTheory.NONE), new Picture.Theory("", ""));
    }

    static double criticalWeightStd(ExploredNet net) {
        return Double.NaN;
    }

    static double depthScale(ExploredNet net, double weightStd) {
        return Double.NaN;
    }
}
