package gradientlab.ui.stock;

import java.util.List;

/** What the Overview page's script gets. */
final class OverviewAmendments {
    private static final String SCRIPT = "deeplearning4jUiAssets/js/train/overview.js";
    private static final String NOT_FINITE = "a value that is not finite leaves the axis without an end";

    static final List<Amendment> ROWS = List.of(
            Amendment.replace(
                    SCRIPT,
                    "Math.max.apply(Math, scoresArr);",
                    "Math.max.apply(Math, scoresArr.filter(isFinite)); if (!isFinite(maxScore)) maxScore = 1;",
                    NOT_FINITE),
            Amendment.replace(
                    SCRIPT,
                    "Math.min.apply(Math, scoresArr);",
                    "Math.min.apply(Math, scoresArr.filter(isFinite));",
                    NOT_FINITE),
            new Amendment(
                    SCRIPT, "Math.max.apply(Math, r);", 2, "Math.max.apply(Math, r.filter(isFinite));", NOT_FINITE),
            new Amendment(
                    SCRIPT, "Math.min.apply(Math, r);", 2, "Math.min.apply(Math, r.filter(isFinite));", NOT_FINITE),
            Amendment.after(
                    SCRIPT,
                    "renderStdevChart(data);",
                    " if (window.GradientLab) GradientLab.tellNotFiniteOverview(data, selectedChart);",
                    "values that are not finite are missing without a word"),
            new Amendment(
                    SCRIPT,
                    "chart.bind(\"plothover\",",
                    2,
                    "chart.unbind(\"plothover\").bind(\"plothover\",",
                    "each redrawing adds another listener to the mouse"),
            TrainAmendments.encodedSession(SCRIPT));

    private OverviewAmendments() {}
}
