package gradientlab.ui;

/** Says in one sentence why the dashboard cannot do what it was asked for. */
public final class DashboardException extends RuntimeException {
    /**
     * A reason without a cause.
     *
     * @param message one sentence that names the thing, the rule and the value
     */
    public DashboardException(String message) {
        super(message);
    }

    /**
     * A reason with its cause.
     *
     * @param message one sentence that names the thing, the rule and the value
     * @param cause what failed
     */
    public DashboardException(String message, Throwable cause) {
        super(message, cause);
    }
}
