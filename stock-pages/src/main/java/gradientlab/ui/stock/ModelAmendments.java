package gradientlab.ui.stock;

import java.util.List;
import java.util.stream.Stream;

/** What the Model page's script gets. */
final class ModelAmendments {
    private static final String SCRIPT = "deeplearning4jUiAssets/js/train/model.js";
    private static final String NOT_FINITE = "a value that is not finite leaves the axis without an end";
    private static final String MOUSE = "each redrawing adds another listener to the mouse";

    static final List<Amendment> ROWS = Stream.of(lines(), histograms(), mouse(), updates())
            .flatMap(List::stream)
            .toList();

    private ModelAmendments() {}

    private static List<Amendment> lines() {
        return List.of(
                Amendment.replace(
                        SCRIPT, "Math.max.apply(Math, r);", "Math.max.apply(Math, r.filter(isFinite));", NOT_FINITE),
                Amendment.replace(
                        SCRIPT, "Math.min.apply(Math, r);", "Math.min.apply(Math, r.filter(isFinite));", NOT_FINITE),
                Amendment.replace(
                        SCRIPT, "if(l10 < -10 || !isFinite(l10))", "if(l10 < -10)", "NaN is drawn as 10 to the -10"),
                Amendment.replace(
                        SCRIPT, "overallMin = Math.min(overallMin, ms2);", finiteOnly("Min", "min", "ms2"), NOT_FINITE),
                Amendment.replace(
                        SCRIPT, "overallMax = Math.max(overallMax, mp2);", finiteOnly("Max", "max", "mp2"), NOT_FINITE),
                Amendment.replace(
                        SCRIPT,
                        "if(overallMax == Number.MIN_VALUE)",
                        "if(overallMax == -Number.MAX_VALUE)",
                        "a chart without activations has an axis without an end"),
                Amendment.after(
                        SCRIPT,
                        "renderUpdatesHistogram(data);",
                        " if (window.GradientLab) GradientLab.tellNotFiniteModel(data, selectedMeanMagChart);",
                        "values that are not finite are missing without a word"));
    }

    private static String finiteOnly(String end, String function, String value) {
        return "if(isFinite(" + value + ")) overall" + end + " = Math." + function + "(overall" + end + ", " + value
                + ");";
    }

    private static List<Amendment> histograms() {
        return Stream.concat(
                        Stream.of(
                                Amendment.replace(SCRIPT, "var halfBin = binWidth/2.0;", "var halfBin = 0;", shifted()),
                                Amendment.replace(
                                        SCRIPT, "var halfBin = binWidth / 2.0;", "var halfBin = 0;", shifted()),
                                new Amendment(
                                        SCRIPT,
                                        "$(document).on(\"click\", \"#\" + n, onClickFn);",
                                        2,
                                        "btn.on(\"click\", onClickFn);",
                                        "each redrawing adds another listener to each button"),
                                finite("paramHist", "Param", "){"),
                                // The stock code asks whether the updates' histogram of the other chart's parameter is
                                // there.
                                finite("updateHist", "Param", ") {")),
                        Stream.of(
                                        List.of("Param", "paramhist", "$(\"#parametershistogram\")"),
                                        List.of("Update", "updatehist", "chart"))
                                .flatMap(names -> parameter(names.get(0), names.get(1), names.get(2))))
                .toList();
    }

    private static String shifted() {
        return "histograms are drawn half a bin too far to the left";
    }

    private static Amendment finite(String histograms, String selected, String end) {
        String own = "histograms[currSelected" + (histograms.startsWith("param") ? "Param" : "Update") + "Hist]";
        return Amendment.replace(
                SCRIPT,
                "if(data[\"" + histograms + "\"][currSelected" + selected + "Hist]" + end,
                "if(" + own + " && isFinite(" + own + "[\"max\"] - " + own + "[\"min\"])" + end,
                "a histogram of values that are not finite is drawn all the same");
    }

    private static Stream<Amendment> parameter(String kind, String label, String chart) {
        String selected = "currSelected" + kind + "Hist";
        return Stream.of(
                Amendment.replace(
                        SCRIPT,
                        "if(jQuery.inArray(\"W\",paramNames)) " + selected + " = \"W\";",
                        "if(jQuery.inArray(\"W\",paramNames) >= 0) " + selected + " = \"W\";",
                        "layers without a parameter W, such as BatchNormalization, show an empty histogram"),
                Amendment.replace(
                        SCRIPT,
                        "if(" + selected + " != null && " + chart + ".length){",
                        "if(" + selected + " == null) { $(\"#" + label
                                + "Selected\").text(\" (no parameters)\"); $.plot(" + chart + ", [ [] ]); } else if("
                                + chart + ".length){",
                        "a layer without parameters shows the histogram of the layer before"),
                Amendment.replace(
                        SCRIPT,
                        "label.html(\"&nbsp&nbsp(\" + " + selected + " + \")\");",
                        "label.text(\"\\u00a0\\u00a0(\" + " + selected + " + (histograms[" + selected
                                + "] && !isFinite(histograms[" + selected + "][\"max\"] - histograms[" + selected
                                + "][\"min\"]) ? \": NaN or Infinity among the values, no histogram\" : \"\") + \")\");",
                        "a histogram that is missing because of NaN says nothing"));
    }

    private static List<Amendment> mouse() {
        return List.of(
                Amendment.replace(
                        SCRIPT,
                        "$(\"#meanmag\").bind(\"plothover\",",
                        "$(\"#meanmag\").unbind(\"plothover\").bind(\"plothover\",",
                        MOUSE),
                Amendment.replace(
                        SCRIPT,
                        "$(\"#activations\").bind(\"plothover\", function (event, pos, item) {",
                        "$(\"#activations\").unbind(\"plothover\").bind(\"plothover\", function (event, pos, item) {"
                                + " if (typeof pos.x == 'undefined') return;",
                        MOUSE + "; it fails without data"),
                Amendment.replace(
                        SCRIPT, "chart.bind(\"plothover\",", "chart.unbind(\"plothover\").bind(\"plothover\",", MOUSE));
    }

    private static List<Amendment> updates() {
        return List.of(
                new Amendment(
                        SCRIPT,
                        "lastUpdateTimeModel = -2;",
                        4,
                        "lastUpdateTimeModel = -2; executeModelUpdate();",
                        "a click shows up to two seconds later"),
                Amendment.replace(
                        SCRIPT,
                        "lastUpdateSessionModel = currSession;",
                        "if (!data[\"layerInfo\"]) return; lastUpdateSessionModel = currSession;",
                        "an error where there is no such layer yet"),
                TrainAmendments.encodedSession(SCRIPT));
    }
}
