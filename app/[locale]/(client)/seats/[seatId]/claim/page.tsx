import { NewClaimPage, newClaimMetadata } from '@/components/claims/new-claim-page';

export const generateMetadata = newClaimMetadata;

export default async function ClaimSeatPage({ params }: PageProps<'/[locale]/seats/[seatId]/claim'>) {
  const { seatId } = await params;
  return (
    <NewClaimPage
      subject={{ seatId }}
      page={{ pathname: '/seats/[seatId]/claim', params: { seatId } }}
      back={{ pathname: '/seats/[seatId]', params: { seatId } }}
    />
  );
}
