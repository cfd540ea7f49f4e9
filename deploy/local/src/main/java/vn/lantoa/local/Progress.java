package vn.lantoa.local;

/** Told what is being done while it is being done. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (part, what) -> {};

    void tell(Part part, String what);
}
