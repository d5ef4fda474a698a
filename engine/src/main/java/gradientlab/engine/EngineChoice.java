package gradientlab.engine;

/**
 * Which engine takes the steps, and why.
 *
 * @param engine {@link Engine#DL4J} or {@link Engine#DIRECT}
 * @param reason why, as half a sentence
 */
public record EngineChoice(Engine engine, String reason) {

    /** {@code direct (it covers every layer and the updater of this network)}. */
    @Override
    public String toString() {
        return engine + " (" + reason + ")";
    }
}
