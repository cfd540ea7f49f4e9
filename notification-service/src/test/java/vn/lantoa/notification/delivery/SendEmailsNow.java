package vn.lantoa.notification.delivery;

import jakarta.inject.Singleton;

/** Lets tests of other features hand waiting e-mails over at a moment of their choice. */
@Singleton
public class SendEmailsNow {

    private final SendEmails sendEmails;

    SendEmailsNow(SendEmails sendEmails) {
        this.sendEmails = sendEmails;
    }

    public void run() {
        sendEmails.run();
    }
}
