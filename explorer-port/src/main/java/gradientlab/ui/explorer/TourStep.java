package gradientlab.ui.explorer;

import java.util.Map;

/**
 * One question of the lecture.
 *
 * @param part its number in the lecture's notebook
 * @param title a few words
 * @param question what is asked
 * @param answer what the picture shows, folded until asked for
 * @param settings the network in question
 * @param compared the network to pin beside it; empty for none
 */
public record TourStep(
        String part,
        String title,
        String question,
        String answer,
        Map<String, String> settings,
        Map<String, String> compared) {

    /** Copies the maps. */
    public TourStep {
        settings = Map.copyOf(settings);
        compared = Map.copyOf(compared);
    }
}
