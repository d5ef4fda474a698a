package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.history.Observation;

/** Is told of every observation a {@link DiagnosticListener} makes, on the thread that trains. */
@FunctionalInterface
public interface ObservationListener {

    /**
     * A state was observed, and the update from it is made, where there was one.
     *
     * @param observation what the rules see of it, with the update
     * @param capture the raw arrays it was made of, this observation's own
     */
    void observed(Observation observation, Capture capture);
}
