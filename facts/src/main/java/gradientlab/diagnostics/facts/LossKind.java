package gradientlab.diagnostics.facts;

/**
 * The loss functions that are known by their formula: y is a target, o the output, C the number of columns.
 *
 * <p>Each is a sum over the columns of one row of the output, as Deeplearning4j has it; MSE, MAE, MAPE and MSLE divide that by C.
 */
public enum LossKind {
    /** −Σ y ln o. Negative log-likelihood is the same. */
    MCXENT,
    /** −ln o of the class whose number is the target. */
    SPARSE_MCXENT,
    /** −Σ (y ln o + (1 − y) ln(1 − o)). */
    XENT,
    /** Σ (o − y)² / C. */
    MSE,
    /** Σ (o − y)². */
    L2,
    /** Σ |o − y| / C. */
    MAE,
    /** Σ |o − y|. */
    L1,
    /** Σ max(0, 1 − y o), for targets of ±1. */
    HINGE,
    /** Σ max(0, 1 − y o)², for targets of ±1. */
    SQUARED_HINGE,
    /** Σ y ln(y / o). */
    KL_DIVERGENCE,
    /** Σ (o − y ln o). */
    POISSON,
    /** 100 Σ |(y − o) / y| / C. */
    MAPE,
    /** Σ (ln (1 + y) − ln (1 + o))² / C. */
    MSLE,
    /** Any other, or an output layer that has no loss function of its own. */
    OTHER
}
