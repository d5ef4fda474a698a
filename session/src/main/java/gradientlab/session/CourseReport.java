package gradientlab.session;

import java.io.Serial;

/** The course of a session as DL4J's storages keep it: one update that each newer one replaces. */
public final class CourseReport extends JsonPersistable<Course> {

    /** The type under which it is stored. */
    public static final String TYPE_ID = "GradientLabCourse";

    @Serial
    private static final long serialVersionUID = 1;

    /** Empty, for a storage that decodes into it. */
    public CourseReport() {
        this("", 0, null);
    }

    CourseReport(String session, long timeStamp, Course content) {
        super(Course.class, session, timeStamp, content);
    }

    @Override
    public String getTypeID() {
        return TYPE_ID;
    }
}
