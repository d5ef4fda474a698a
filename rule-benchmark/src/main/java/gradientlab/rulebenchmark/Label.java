package gradientlab.rulebenchmark;

/** Whether a run may be scored, decided from outcomes alone, before any verdict is looked at. */
public enum Label {
    /** A healthy run that learns, or a faulty one that suffers. */
    SCORED("scored"),
    /** A healthy run that does not learn. */
    DID_NOT_LEARN("healthy, but did not learn"),
    /** A faulty run as good as its twin. */
    DID_NOT_SUFFER("faulty, but did not suffer"),
    /** A faulty run whose healthy twin does not learn either. */
    TWIN_DID_NOT_LEARN("faulty, but its twin did not learn");

    private final String label;

    Label(String label) {
        this.label = label;
    }

    /** The name in tables. */
    public String label() {
        return label;
    }
}
