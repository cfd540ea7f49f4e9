package vn.lantoa.plan.provisioning;

import java.util.UUID;

/**
 * Makes the identity provider equal to what our database says now of one thing. It computes everything again each time, so that
 * it may run twice, and may be cut off between any two lines.
 */
public interface Provisioner {

    Kind kind();

    /**
     * Called outside a transaction: what it writes into our database it writes in its own.
     *
     * @throws ProvisioningFailed with a code that says why it has to be tried again
     */
    void bring(UUID id);
}
