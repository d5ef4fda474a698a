package gradientlab.session;

import java.io.Serial;

/** The facts of a session as DL4J's storages keep them: its static info. */
public final class FactsReport extends JsonPersistable<SessionFacts> {

    /** The type under which it is stored. */
    public static final String TYPE_ID = "GradientLab";

    @Serial
    private static final long serialVersionUID = 1;

    /** Empty, for a storage that decodes into it. */
    public FactsReport() {
        this("", 0, null);
    }

    FactsReport(String session, long timeStamp, SessionFacts content) {
        super(SessionFacts.class, session, timeStamp, content);
    }

    @Override
    public String getTypeID() {
        return TYPE_ID;
    }
}
