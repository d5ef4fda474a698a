package gradientlab.rulebenchmark.foreign;

/** Faults by their ids. */
final class FaultsById {

    private FaultsById() {}

    static ForeignFault of(String id) {
        return Faults.ALL_FAULTS.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
