package gradientlab.lab.run;

import java.util.Map;

/**
 * What one training step leaves in metrics.csv.
 *
 * @param iteration counted from 0 over the whole training
 * @param epoch counted from 1
 * @param loss the batch's mean loss before the update
 * @param logRatios log10 of the update:parameter ratio (std of the update over std of the weights) by weight name,
 *     in the network's order
 */
public record Iteration(int iteration, int epoch, double loss, Map<String, Double> logRatios) {}
