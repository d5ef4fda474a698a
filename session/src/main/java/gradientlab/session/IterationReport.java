package gradientlab.session;

import java.io.Serial;

/** One iteration of a session as DL4J's storages keep it: an update. */
public final class IterationReport extends JsonPersistable<IterationRecord> {

    /** The type under which it is stored. */
    public static final String TYPE_ID = "GradientLab";

    @Serial
    private static final long serialVersionUID = 1;

    /** Empty, for a storage that decodes into it. */
    public IterationReport() {
        this("", 0, null);
    }

    IterationReport(String session, long timeStamp, IterationRecord content) {
        super(IterationRecord.class, session, timeStamp, content);
    }

    @Override
    public String getTypeID() {
        return TYPE_ID;
    }
}
