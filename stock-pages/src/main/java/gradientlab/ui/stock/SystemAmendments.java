package gradientlab.ui.stock;

import java.util.List;

/** What the System page's script gets. */
final class SystemAmendments {
    private static final String SCRIPT = "deeplearning4jUiAssets/js/train/system.js";
    private static final String NUMBERED = "the axis called iteration counts reports";
    private static final String MOUSE = "each redrawing adds another listener to the mouse; one fails without data";
    private static final String ITERATIONS = "data[\"memory\"][machineID][\"iterations\"]";

    static final List<Amendment> ROWS = List.of(
            Amendment.after(
                    SCRIPT,
                    "lastUpdateTimeSystem = data[\"updateTimestamp\"];",
                    " if (!data[\"memory\"][machineID]) return;",
                    "an error every two seconds until there is a report"),
            Amendment.replace(
                    SCRIPT, "jvmValuesData.push([i, ", "jvmValuesData.push([" + ITERATIONS + "[i], ", NUMBERED),
            Amendment.replace(
                    SCRIPT, "offHeapValuesData.push([i, ", "offHeapValuesData.push([" + ITERATIONS + "[i], ", NUMBERED),
            Amendment.replace(SCRIPT, "xy.push([j, ", "xy.push([" + ITERATIONS + "[j], ", NUMBERED),
            hover("systemChart"),
            hover("gpuChart"),
            Amendment.replace(
                    SCRIPT,
                    "<a href=\\\"javascript:void(0);\\\">",
                    "<a href=\\\"#\\\">",
                    "scripts in addresses cannot be told from those of an attacker"),
            TrainAmendments.encodedSession(SCRIPT));

    private SystemAmendments() {}

    private static Amendment hover(String chart) {
        return Amendment.replace(
                SCRIPT,
                chart + ".bind(\"plothover\", function (event, pos, item) {",
                chart + ".unbind(\"plothover\").bind(\"plothover\", function (event, pos, item) {"
                        + " if (typeof pos.x == 'undefined') return;",
                MOUSE);
    }
}
