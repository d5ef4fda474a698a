package gradientlab.session;

import java.io.Serial;

/** One iteration of a session as DL4J's storages keep it: an update. */
public final class MomentReport extends JsonPersistable<Moment> {

    /** The type under which it is stored. */
    public static final String TYPE_ID = "GradientLab";

    @Serial
    private static final long serialVersionUID = 1;

    /** Empty, for a storage that decodes into it. */
    public MomentReport() {
        this("", 0, null);
    }

    MomentReport(String session, long timeStamp, Moment content) {
        super(Moment.class, session, timeStamp, content);
    }

    @Override
    public String getTypeID() {
        return TYPE_ID;
    }
}
