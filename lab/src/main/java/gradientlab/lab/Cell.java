package gradientlab.lab;

import gradientlab.lab.run.Progress;
import java.util.function.Function;

/**
 * One piece of an experiment's grid: work that depends on nothing but its key.
 *
 * @param key everything that decides the result, as text
 * @param steps how many steps it tells to the progress
 * @param work does it
 * @param <R> the result: a record that survives JSON
 */
public record Cell<R extends Record>(String key, long steps, Function<Progress.Task, R> work) {}
