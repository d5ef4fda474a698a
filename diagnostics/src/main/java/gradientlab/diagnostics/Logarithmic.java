package gradientlab.diagnostics;

/** Measures at 0 and at 1, 2 and 5 times the powers of ten. */
public record Logarithmic() implements Schedule {

    @Override
    public boolean at(int iteration) {
        int leading = Iterations.require(iteration);
        while (leading >= 10 && leading % 10 == 0) {
            leading /= 10;
        }
        return leading <= 2 || leading == 5;
    }
}
