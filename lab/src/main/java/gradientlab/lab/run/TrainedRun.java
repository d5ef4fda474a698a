package gradientlab.lab.run;

import gradientlab.diagnostics.Snapshot;
import gradientlab.engine.EngineChoice;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * One repetition of a plan, trained.
 *
 * @param plan the plan of this repetition
 * @param engine the engine that took the steps, and why
 * @param figures its figures
 * @param iterations every step
 * @param start the inside before the first update, on the first 1,000 training examples
 * @param end the inside after training, on the same examples
 * @param network the trained network
 */
public record TrainedRun(
        TrainingPlan plan,
        EngineChoice engine,
        RunFigures figures,
        List<Iteration> iterations,
        Snapshot start,
        Snapshot end,
        MultiLayerNetwork network) {}
