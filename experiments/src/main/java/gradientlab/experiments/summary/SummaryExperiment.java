package gradientlab.experiments.summary;

import gradientlab.lab.Experiment;

/** An experiment on a promise of the lecture's summary; it is run in cells that are kept one by one. */
interface SummaryExperiment<R extends Record> extends Experiment<R> {

    @Override
    default boolean isLesson() {
        return false;
    }
}
