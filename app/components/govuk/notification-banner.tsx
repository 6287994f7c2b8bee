import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type NotificationBannerProps = {
  children: ReactNode;
  type?: "success" | undefined;
  title?: ReactNode;
  titleId?: string | undefined;
};

export function NotificationBanner({
  children,
  type,
  title = type === "success" ? "Success" : "Important",
  titleId = "govuk-notification-banner-title",
}: NotificationBannerProps) {
  return (
    <div
      className={classNames("govuk-notification-banner", type && `govuk-notification-banner--${type}`)}
      role={type === "success" ? "alert" : "region"}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
