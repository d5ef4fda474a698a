package gradientlab.theory;

/** E[f(z₁)·f(z₂)] of two normal variables of one variance, as a function of their correlation c. */
interface CorrelationSeries {

    /** E[f(z₁)·f(z₂)]. */
    double product(double c);

    /** Its derivative by c, which is the variance of z times E[f′(z₁)·f′(z₂)] (Price's theorem). */
    double slope(double c);
}
