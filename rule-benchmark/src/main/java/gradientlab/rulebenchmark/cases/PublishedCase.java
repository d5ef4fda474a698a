package gradientlab.rulebenchmark.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * A published program with the names that count as its fault.
 *
 * @param id its name in the collection
 * @param healthy whether it is published as a healthy program
 * @param scored whether it counts; where not, {@code reason} says why
 * @param reason why it does not count; empty where it does
 * @param main names of its first fault
 * @param cause names any of which is a full hit
 * @param symptom names that count in a lenient score only
 * @param program the program as it is
 * @param fixed its fixed twin; empty for a healthy program
 */
public record PublishedCase(
        String id,
        boolean healthy,
        boolean scored,
        String reason,
        Set<String> main,
        Set<String> cause,
        Set<String> symptom,
        JsonNode program,
        Optional<JsonNode> fixed) {

    static PublishedCase of(Spec spec) {
        String id = spec.text("id");
        JsonNode fix = spec.node().path("fix");
        Spec right = spec.has("right") ? spec.child("right") : spec;
        return new PublishedCase(
                id,
                spec.flag("healthy"),
                spec.flag("scored"),
                spec.text("reason", ""),
                Set.copyOf(right.texts("main")),
                Set.copyOf(right.texts("cause")),
                Set.copyOf(right.texts("symptom")),
                spec.node(),
                fix.isObject() ? Optional.of(MergePatch.apply(spec.node(), fix)) : Optional.empty());
    }
}
