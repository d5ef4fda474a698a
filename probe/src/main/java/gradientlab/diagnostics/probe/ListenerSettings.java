package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.remedy.Batch;
import java.util.function.Consumer;

/**
 * How a {@link DiagnosticListener} watches.
 *
 * @param sample the batch to observe on, or null for that of the step
 * @param heldOut examples that are not trained on, or null
 * @param kept observations that are kept at most
 * @param remembered last steps that are observed one by one; 0 for none
 * @param recall is given the last steps when a fault is found
 * @param trying whether remedies about the updates are tried on copies
 */
record ListenerSettings(
        Schedule schedule,
        Limits limits,
        Consumer<Finding> report,
        Batch sample,
        Batch heldOut,
        int kept,
        ObservationListener told,
        Probe.Maker probes,
        int remembered,
        Consumer<LastSteps> recall,
        boolean trying) {

    ListenerSettings(Schedule schedule, Limits limits, Consumer<Finding> report) {
        this(
                schedule,
                limits,
                report,
                null,
                null,
                Integer.MAX_VALUE,
                (observation, capture) -> {},
                NetworkProbe::of,
                0,
                steps -> {},
                false);
    }

    ListenerSettings watching(Batch batch) {
        return new ListenerSettings(
                schedule, limits, report, batch, heldOut, kept, told, probes, remembered, recall, trying);
    }

    ListenerSettings holdingOut(Batch batch) {
        return new ListenerSettings(
                schedule, limits, report, sample, batch, kept, told, probes, remembered, recall, trying);
    }

    ListenerSettings keeping(int observations) {
        return new ListenerSettings(
                schedule, limits, report, sample, heldOut, observations, told, probes, remembered, recall, trying);
    }

    ListenerSettings telling(ObservationListener other) {
        return new ListenerSettings(
                schedule, limits, report, sample, heldOut, kept, other, probes, remembered, recall, trying);
    }

    ListenerSettings probing(Probe.Maker others) {
        return new ListenerSettings(
                schedule, limits, report, sample, heldOut, kept, told, others, remembered, recall, trying);
    }

    ListenerSettings remembering(int steps, Consumer<LastSteps> receiver) {
        return new ListenerSettings(
                schedule, limits, report, sample, heldOut, kept, told, probes, steps, receiver, trying);
    }

    ListenerSettings tryingRemedies() {
        return new ListenerSettings(
                schedule, limits, report, sample, heldOut, kept, told, probes, remembered, recall, true);
    }
}
