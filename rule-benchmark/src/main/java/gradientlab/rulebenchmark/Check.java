package gradientlab.rulebenchmark;

/**
 * A look at held-out examples during training.
 *
 * @param step updates made before
 * @param accuracy the share of them that is predicted right
 * @param loss their mean loss
 */
public record Check(int step, double accuracy, double loss) {}
