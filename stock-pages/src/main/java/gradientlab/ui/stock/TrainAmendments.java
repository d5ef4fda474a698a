package gradientlab.ui.stock;

import java.util.List;

/** What the script of all three pages gets. */
final class TrainAmendments {
    private static final String SCRIPT = "deeplearning4jUiAssets/js/train/train.js";
    private static final String UNSAFE_NAME = "a session's name is taken for HTML, or for part of an address";

    static final List<Amendment> ROWS = List.of(
            Amendment.replace(
                    SCRIPT,
                    "var elem = $(\"#sessionSelect\");",
                    "var shown = JSON.stringify([keys, currSession]);"
                            + " var same = $(\"#sessionSelect\").data(\"shown\") === shown;"
                            + " $(\"#sessionSelect\").data(\"shown\", shown);"
                            + " var elem = same ? $(\"<select>\") : $(\"#sessionSelect\");",
                    "the list of sessions is made anew every two seconds, also while someone chooses from it"),
            Amendment.replace(
                    SCRIPT,
                    "elem.append(\"<option value='\" + keys[i] + \"'>\" + keys[i] + \"</option>\");",
                    "elem.append($(\"<option>\").val(keys[i]).text(keys[i]));",
                    UNSAFE_NAME),
            Amendment.replace(
                    SCRIPT,
                    "$(\"#sessionSelect option[value='\" + keys[currSelectedIdx] +\"']\").attr(\"selected\", \"selected\");",
                    "elem.val(keys[currSelectedIdx]);",
                    UNSAFE_NAME),
            Amendment.replace(
                    SCRIPT,
                    "\"/train/sessions/set/\" + currSelected",
                    "\"/train/sessions/set/\" + encodeURIComponent(currSelected)",
                    UNSAFE_NAME),
            Amendment.replace(
                    SCRIPT,
                    "window.location.replace(redirectUrl);",
                    "window.location.reload();",
                    "another language leads to the Overview page from every other one"));

    private TrainAmendments() {}

    /** For the scripts that ask when a session last changed. */
    static Amendment encodedSession(String script) {
        return Amendment.replace(
                script,
                "\"/train/sessions/lastUpdate/\" + currSession",
                "\"/train/sessions/lastUpdate/\" + encodeURIComponent(currSession)",
                UNSAFE_NAME);
    }
}
