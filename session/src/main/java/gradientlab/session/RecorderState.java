package gradientlab.session;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.probe.DiagnosticState;
import java.util.List;

/**
 * Where a {@link SessionRecorder} stands between two steps.
 *
 * @param recording what the storage keeps of the session
 * @param diagnosis where the diagnosis stands
 * @param loss the curve of the loss
 * @param testLoss the curve of the test loss
 * @param findings everything found
 */
public record RecorderState(
        SessionRecording recording,
        DiagnosticState diagnosis,
        BoundedIterationCurve.State loss,
        BoundedIterationCurve.State testLoss,
        List<Finding> findings) {}
