package gradientlab.export;

import gradientlab.session.SessionRecording;
import java.util.function.Function;

/** What a session can be exported as. */
public enum ExportFormat {
    /** Scalars and histograms of every quantity as an event file, in a folder of the session's. */
    TENSORBOARD(
            "an event file of TensorBoard",
            (name, session) -> name + "/" + TensorBoard.fileName(session),
            TensorBoard::bytes),
    /** Statistics of every quantity, a line each. */
    CSV("a table, statistics of every quantity a line each", (name, session) -> name + ".csv", Table::csv),
    /** The same as an array of objects. */
    JSON("the same table as an array of objects", (name, session) -> name + ".json", Table::json);

    private final String description;
    private final Naming naming;
    private final Function<SessionRecording, byte[]> content;

    ExportFormat(String description, Naming naming, Function<SessionRecording, byte[]> content) {
        this.description = description;
        this.naming = naming;
        this.content = content;
    }

    /** What it is, in a few words. */
    public String description() {
        return description;
    }

    /**
     * The file of a session, by its path below the folder that is exported to.
     *
     * @param name the session's name; what is neither letter, digit, dot nor underscore becomes a hyphen
     */
    public String file(String name, SessionRecording session) {
        return naming.file(name.replaceAll("[^\\p{L}\\p{N}._]+", "-").replaceAll("^[-.]+|-+$", ""), session);
    }

    /** What the file holds: of the same session always the same bytes. */
    public byte[] bytes(SessionRecording session) {
        return content.apply(session);
    }

    @FunctionalInterface
    private interface Naming {
        String file(String name, SessionRecording session);
    }
}
